import type { Look } from './look.ts'

/** Layers from dark (top) to bright (bottom); grey print reads by lightness alone. */
export const layerColors = (look: Look): readonly string[] =>
  look.name === 'wall' ? ['#5CC0B8', '#35888A', '#22565B'] : ['#0E7275', '#5FA8A6', '#B9D9D3']
