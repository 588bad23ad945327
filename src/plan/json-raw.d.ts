/** Part of ECMAScript since 2025, and of Node.js since version 21. TypeScript 5.9 does not declare it. */
interface JSON {
  /** Returns an object that `JSON.stringify` writes as the given JSON text of a primitive value. */
  rawJSON(text: string): object;
}
