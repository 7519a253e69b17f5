const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a Host header names this machine. A page of another site that points its own name at
 * 127.0.0.1 (DNS rebinding) sends that name, so anything else is refused.
 */
export const isLoopbackHost = (host: string | undefined): boolean => LOOPBACK.test(host ?? '')

/** Addresses the service may bind to until accounts exist. */
export const LOOPBACK_ADDRESSES: readonly string[] = ['127.0.0.1', '::1', 'localhost']
