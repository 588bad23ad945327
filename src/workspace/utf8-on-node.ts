import { TextDecoder } from 'node:util';

import { useDecoder } from './utf8.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

useDecoder((bytes) => decoder.decode(bytes));
