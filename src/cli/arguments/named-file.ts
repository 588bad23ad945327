/** A file that an option names. */
export interface NamedFile {
  /** How messages name the option: `--junit`, or the environment variable that sets it. */
  readonly option: string;
  readonly file: string;
}

/** Returns the file that an option names, if it is given. */
export function namedFile(option: string, file: string | undefined): NamedFile | undefined {
  return file === undefined ? undefined : { option, file };
}
