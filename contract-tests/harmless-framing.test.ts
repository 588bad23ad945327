import { senderNames } from '../src/verifier/index.ts';
import { describeHarmless } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';

// Each sender reads HTTP with its own client.
describeHarmless(harmlessGroups.framing, senderNames);
