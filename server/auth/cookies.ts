/** Header access as Hono's request offers it. */
interface Headers {
  header(name: string): string | undefined
}

/**
 * A cookie of ours: of a person's session, or of a wall link beside it. Behind https it has a name that browsers
 * bind to this host (RFC 6265bis, 4.1.3).
 */
export function makeCookie(kind: 'session' | 'wall', secure: boolean) {
  const name = secure ? `__Host-${kind}` : kind
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{1,128})(?:;|$)`)
  const flags = `; HttpOnly; SameSite=Strict; Path=/${secure ? '; Secure' : ''}`
  return {
    name,
    read: (request: Headers): string | null => {
      const cookies = request.header('cookie')
      return cookies === undefined ? null : (pattern.exec(cookies)?.[1] ?? null)
    },
    /** Set-Cookie for a secret that lives at most so long. */
    set: (secret: string, maxAgeMs: number): string =>
      `${name}=${secret}; Max-Age=${Math.floor(maxAgeMs / 1000)}${flags}`,
    clear: `${name}=; Max-Age=0${flags}`,
  }
}

export type Cookie = ReturnType<typeof makeCookie>
