// Imported by every script for what it does: what a script could not write is one line and exit code 2, never a stack trace or a success.

/** A disk that is full or read-only, and a place that cannot be written. */
const UNWRITABLE = ['EACCES', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'EPERM', 'EROFS'];

const UNUSABLE = 2;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe.
  if (error.code === 'EPIPE') return;
  process.once('exit', () => {
    console.error(`standard output cannot be written (${error.message}); send it somewhere else, or free the space`);
    process.exitCode = UNUSABLE;
  });
});

process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  const isUnwritable = error.path !== undefined && UNWRITABLE.includes(error.code ?? '');
  if (isUnwritable)
    console.error(`cannot write ${error.path} (${error.message}); free the space or name another place`);
  else console.error(error);
  process.exit(isUnwritable ? UNUSABLE : 1);
});
