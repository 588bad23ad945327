export type { RecordingPart } from './read-recording.ts';
export { readRecording } from './read-recording.ts';
