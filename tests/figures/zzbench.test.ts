import { it } from 'vitest'
import { DEFAULT_SELECTION } from '../../src/domain/selection.ts'
import { DESK_FIGURES } from '../../src/figures/desk/registry.ts'
import { chartOption, isChart } from '../../src/charts/chartOption.ts'
import { makeLook } from '../../src/charts/look.ts'
import { GEOMETRY } from '../charts/drawn.ts'
import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { makeCube } from '../../src/domain/cube.ts'
import { foldAll } from '../../src/domain/lifecycle.ts'
import { CITIES, REGIONS } from '../../src/domain/region.ts'
import { periodRange } from '../../src/domain/period.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { selectBrains } from '../../src/domain/selection.ts'
import { brain, event } from '../domain/tables.ts'
const MONTHS = periodRange('2017-01', '2026-12')
const IDS = ['cluster.revenue','compute.racksBuilt','compute.racksInUse','service.firmsServed','compute.rackUtilisation','cluster.profit']
function cubeOf(n: number) {
  const ids = Array.from({length:n},(_, i)=>`b${i}`)
  const table = (id: string, seed: number) => { const size = n*MONTHS.length; const miss=(i:number)=>(i*7+seed)%50===0
    return {indicator:id,version:1,entities:ids,periods:MONTHS,values:Float64Array.from({length:size},(_,i)=>miss(i)?NaN:100+((i*7919)%997)),absence:Uint8Array.from({length:size},(_,i)=>miss(i)?1:0),status:new Uint8Array(size).fill(1),origins:['simulated'] as const,knownAt:null} }
  return makeCube({ brains: ids.map((id,i)=>brain(id,{domain:DOMAIN_IDS[i%7]??null,city:CITIES[i%16]!,batch:2023+(i%3), origin:'simulated'})), regions: REGIONS, events: ids.map(id=>event(id,'piloted','2020-08-09')), slices: IDS.map(table), indicators: CATALOGUE })
}
for (const n of [54, 5000]) it(`bench ${n}`, () => {
  const cube = cubeOf(n)
  const states = foldAll(cube.brains, cube.events, '2026-11-22')
  const base = { locale:'zh-CN', space:'demo', today:'2026-11-22', cube, states, calendar: makeCalendar([]), targets:[],sources:[],cited:[],gaps:[],credit:'x' }
  const look = makeLook('desk',{width:600,height:360,u:1})
  const per: Record<string, number[]> = {}
  const all: number[] = []
  const rounds = n===54?120:40
  for (let r=0;r<rounds;r++) {
    const sel = [{}, {domains:['chemicals']}, {measure:'yearOnYear'}, {focus:'b5'}, {cities:['370200','370100']}, {indicator:'compute.rackUtilisation'}, {measure:'share', focus:'b9'}, {batches:[2024]}, {measure:'rank'}, {measure: 'monthOnMonth'}][r%10] as any
    const selection = {...DEFAULT_SELECTION, ...sel}
    const t0=performance.now()
    const brains = selectBrains(cube.brains, states, selection)
    const ctx: any = {...base, selection, brains, period:'2026-10'}
    for (const f of DESK_FIGURES) { const a=performance.now(); const g=f.build(ctx); const b=performance.now(); (per[f.id]??=[]).push(b-a); if (isChart(g)) { chartOption(g, look, {geometry:GEOMETRY}); (per[f.id+' option']??=[]).push(performance.now()-b) } }
    all.push(performance.now()-t0)
  }
  const p=(v:number[],q:number)=>[...v.slice(v.length/4)].sort((a,b)=>a-b)[Math.floor(v.length*0.75*q)]!.toFixed(2)
  console.log(n,'all p50',p(all,.5),'p95',p(all,.95), all.slice(-10).map(v=>v.toFixed(1)).join(' '))
  for (const [k,v] of Object.entries(per)) console.log(k.padEnd(34),p(v,.5),p(v,.95))
})
