/** Hears how many pieces of a file are made, of how many; the last one is putting them together. */
export type Tell = (done: number, of: number) => void

export const tellNobody: Tell = () => undefined
