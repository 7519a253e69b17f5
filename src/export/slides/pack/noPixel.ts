/** A PNG of one transparent pixel: stands where no picture could be made of a drawing; words lie behind it. */
export const NO_PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  ),
  (character) => character.charCodeAt(0),
)
