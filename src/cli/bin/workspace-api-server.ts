#!/usr/bin/env node
import { run } from '../programs/server.ts';

process.exitCode = await run(process.argv.slice(2));
