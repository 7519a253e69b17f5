/** Why no briefing was written, for a person: what is wrong, which rule, what to do. No file is left behind. */
export class BriefingError extends Error {
  override readonly name = 'BriefingError'
}
