export { withDefinition } from './target/workspace-target.ts';
