export { HAR_HEAD, HAR_TAIL, harEntry } from './har-text.ts';
export { readRecording } from './read-recording.ts';
