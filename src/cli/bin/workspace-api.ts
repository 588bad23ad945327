#!/usr/bin/env node
import { onNode } from '../programs/on-node.ts';

process.exitCode = await onNode(async () => (await import('../programs/contract.ts')).run(process.argv.slice(2)));
