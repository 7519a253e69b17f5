import { load } from '/work/main/tests/bench/wireLoad.ts'
const u = process.argv[2]!
for (let i=0;i<3;i++) console.log(await load({ url: u+'/api/main/slices/statistics.valueAddedGrowth', headers: {'accept-encoding':'br'}, status: 200 }, 3))
