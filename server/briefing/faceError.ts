/** Why a picture cannot be made: no face has its characters, and what to install. Vectors need none. */
export class FaceError extends Error {
  override readonly name = 'FaceError'
}
