export { decodeContent, LARGEST_BODY, TOO_LONG } from './content-coding.ts';
