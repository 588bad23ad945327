export type { ArazzoOptions } from './arazzo/arazzo-document.ts';
export { arazzoDocument } from './arazzo/arazzo-document.ts';
export type { PostmanOptions } from './postman/postman-collection.ts';
export { postmanCollection } from './postman/postman-collection.ts';
