/** How requests reach a target. */
export interface Connection {
  /** What stands before each request's path. */
  readonly baseUrl: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** Sent with every request, unless the request says otherwise. */
  readonly headers: Readonly<Record<string, string>>;
  /** The certificate authority to trust, in PEM; the system's without it. */
  readonly ca?: string;
  /** Whether any certificate is good enough. */
  readonly insecure: boolean;
}
