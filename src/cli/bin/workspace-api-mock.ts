#!/usr/bin/env node
import { run } from '../programs/mock.ts';

process.exitCode = await run(process.argv.slice(2));
