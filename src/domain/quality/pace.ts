/** The average month (quarter …) of a flow since the reading before it. */
export interface Pace {
  readonly ordinal: number
  readonly pace: number
}
