import type { DomainId } from '../domain/brain.ts'

/** Status hues; always beside a shape and a word, never alone. */
export type StatusTone = 'lead' | 'ontime' | 'remind' | 'warn' | 'stop' | 'none'

/** The colours of one look. 青 (qing) is fact, 金 (gold) is goal, 朱 (seal, stop) is exception. */
export interface Palette {
  readonly canvas: string
  readonly raised: string
  readonly sunken: string
  readonly line: string
  readonly lineStrong: string
  readonly text1: string
  readonly text2: string
  readonly text3: string
  readonly qing: string
  readonly qingSoft: string
  readonly gold: string
  readonly goldText: string
  readonly seal: string
  readonly sealText: string
  /** The warning hue where it is the colour of words. */
  readonly warnText: string
  readonly focus: string
  readonly land: string
  readonly landNoData: string
  readonly control: string
  readonly water: string
  readonly marker: string
  readonly markerInk: string
  readonly status: Readonly<Record<StatusTone, string>>
  readonly domain: Readonly<Record<DomainId, string>>
  /** Six colours of a comparison; kept apart from each other under all three kinds of colour blindness. */
  readonly compare: readonly string[]
  /** Five classes, low to high. */
  readonly sequential: readonly string[]
  /** Seven classes, low to high. */
  readonly diverging: readonly string[]
}

export type LookName = 'wall' | 'desk' | 'print'

/** Colours of the three looks; contrast ratios are tested against the canvas of each. */
export const PALETTES: Readonly<Record<LookName, Palette>> = {
  wall: {
    canvas: '#0B1519',
    raised: '#112127',
    sunken: '#081013',
    line: '#22353B',
    lineStrong: '#4A636A',
    text1: '#F2F4EC',
    text2: '#BAC8C6',
    text3: '#8DA09F',
    qing: '#5CC0B8',
    qingSoft: '#2F7F80',
    gold: '#E8B95A',
    goldText: '#E8B95A',
    seal: '#BF3420',
    sealText: '#FFF4E6',
    warnText: '#F09A50',
    focus: '#FFFFFF',
    land: '#1A2C31',
    landNoData: '#16252A',
    control: '#6E8990',
    water: '#5FA9B3',
    marker: '#F6F0DF',
    markerInk: '#0B1519',
    status: {
      lead: '#7FB4F2',
      ontime: '#6FC695',
      remind: '#F0DC82',
      warn: '#F09A50',
      stop: '#E5513F',
      none: '#8DA09F',
    },
    domain: {
      machinery: '#80A7EE',
      chemicals: '#ECA56B',
      light: '#8F8930',
      textiles: '#A8686B',
      electronics: '#B9E0BE',
      itServices: '#786EB6',
      producerServices: '#7ADFE6',
      other: '#959A9C',
    },
    compare: ['#9FA0E5', '#FFF478', '#577617', '#19F2D4', '#964D94', '#ED7377'],
    sequential: ['#172E36', '#1D454D', '#255F65', '#2F787A', '#419B98'],
    diverging: ['#B97339', '#87562F', '#593F29', '#2D3838', '#225052', '#277676', '#47A39E'],
  },
  desk: {
    canvas: '#FAF9F5',
    raised: '#FFFFFF',
    sunken: '#F1EFE7',
    line: '#DFDBCF',
    lineStrong: '#A9A798',
    text1: '#14242A',
    text2: '#43565D',
    text3: '#5C6B71',
    qing: '#0E7275',
    qingSoft: '#9CCBC6',
    gold: '#B37E17',
    goldText: '#8A5F05',
    seal: '#BF3420',
    sealText: '#FFF7EA',
    warnText: '#B04C0D',
    focus: '#0B5FBF',
    land: '#E9EEEA',
    landNoData: '#F1EFE7',
    control: '#87867A',
    water: '#7FB0B4',
    marker: '#14242A',
    markerInk: '#FFFFFF',
    status: {
      lead: '#1F5FAE',
      ontime: '#2C8A5C',
      remind: '#AD8A12',
      warn: '#BF5410',
      stop: '#8C1A12',
      none: '#5C6B71',
    },
    domain: {
      machinery: '#193978',
      chemicals: '#8A6344',
      light: '#958E38',
      textiles: '#70151E',
      electronics: '#419B7E',
      itServices: '#857ECA',
      producerServices: '#016F84',
      other: '#4A4E50',
    },
    compare: ['#0E8FF1', '#632446', '#6F8310', '#3C4AAD', '#BD7890', '#1A3400'],
    sequential: ['#D8EDEB', '#AAD4D2', '#6FB2B2', '#287E84', '#05515D'],
    diverging: ['#995425', '#C28A5F', '#E2C5A9', '#E9EEEA', '#ADD8D5', '#55A0A3', '#0C606D'],
  },
  print: {
    canvas: '#FFFFFF',
    raised: '#FFFFFF',
    sunken: '#F5F4EF',
    line: '#DAD7CC',
    lineStrong: '#A9A798',
    text1: '#14242A',
    text2: '#43565D',
    text3: '#5C6B71',
    qing: '#0E7275',
    qingSoft: '#9CCBC6',
    gold: '#B37E17',
    goldText: '#8A5F05',
    seal: '#BF3420',
    sealText: '#FFF7EA',
    warnText: '#B04C0D',
    focus: '#0B5FBF',
    land: '#E9EEEA',
    landNoData: '#F1EFE7',
    control: '#87867A',
    water: '#7FB0B4',
    marker: '#14242A',
    markerInk: '#FFFFFF',
    status: {
      lead: '#1F5FAE',
      ontime: '#2C8A5C',
      remind: '#AD8A12',
      warn: '#BF5410',
      stop: '#8C1A12',
      none: '#5C6B71',
    },
    domain: {
      machinery: '#193978',
      chemicals: '#8A6344',
      light: '#958E38',
      textiles: '#70151E',
      electronics: '#419B7E',
      itServices: '#857ECA',
      producerServices: '#016F84',
      other: '#4A4E50',
    },
    compare: ['#0E8FF1', '#632446', '#6F8310', '#3C4AAD', '#BD7890', '#1A3400'],
    sequential: ['#D8EDEB', '#AAD4D2', '#6FB2B2', '#287E84', '#05515D'],
    diverging: ['#995425', '#C28A5F', '#E2C5A9', '#E9EEEA', '#ADD8D5', '#55A0A3', '#0C606D'],
  },
}
