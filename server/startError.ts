/** Exit codes of the service; 1 is left to the unexpected. */
export const EXIT_CODES = {
  badSetting: 2,
  portTaken: 3,
  folderUnwritable: 4,
  storeCorrupted: 5,
  storeForeign: 6,
  storeInUse: 7,
  buildFailed: 8,
} as const

export type StartErrorCode = keyof typeof EXIT_CODES

/** Why the service cannot start: what is wrong, where, and what to do. */
export class StartError extends Error {
  readonly code: StartErrorCode

  constructor(code: StartErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StartError'
    this.code = code
  }

  get exitCode(): number {
    return EXIT_CODES[this.code]
  }
}
