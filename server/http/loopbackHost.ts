const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a Host header names this machine. A page of another site that points its own name at
 * 127.0.0.1 (DNS rebinding) sends that name, so anything else is refused.
 */
export const isLoopbackHost = (host: string | undefined): boolean => LOOPBACK.test(host ?? '')

/**
 * Whether a Host header names this service: this machine, or the host of the public origin. The machine's
 * own names stay allowed beside it, for health checks and the simulator.
 */
export const isOurHost = (host: string, publicOrigin: string | null): boolean =>
  isLoopbackHost(host) ||
  (publicOrigin !== null && host.toLowerCase() === new URL(publicOrigin).host)

/** Addresses the service may bind to without a public origin. */
export const LOOPBACK_ADDRESSES: readonly string[] = ['127.0.0.1', '::1', 'localhost']
