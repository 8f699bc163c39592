import { describe, expect, it } from 'vitest'
import { excerptsOf } from './excerpts-of.ts'

const isa = 'ISA*00*          *00*          *ZZ*SIMCLEAR       *ZZ*LAKESIDE       *261124*1500*^*00501*000000001*0*T*:~'

describe('what a claim keeps of a file about many', () => {
  it('shows its own part of a payment and no other claim', () => {
    const file = `${isa}GS*HP*A*B*20261124*1500*1*X*005010X221A1~ST*835*0001~BPR*I*150~TRN*1*EFT1*1~CLP*MINE*1*100*80*20~NM1*QC*1*SAMPLE*PAT~SVC*HC:T1015*100*80~CLP*OTHER*1*90*70*20~NM1*QC*1*EXAMPLE*ROBIN~PLB*1*20261231*WO:OTHER*5~SE*9*0001~GE*1*1~IEA*1*000000001~`
    const mine = excerptsOf(file)('MINE', 0)
    expect(mine).toContain('SAMPLE')
    expect(mine).toContain('BPR*I*150')
    expect(mine).toContain('IEA*1*000000001')
    for (const other of ['OTHER', 'EXAMPLE', 'ROBIN']) expect(mine).not.toContain(other)
  })

  it('shows its own part of an acknowledgment and no other claim', () => {
    const file = `${isa}GS*HN*A*B*20261124*1500*1*X*005010X214~ST*277*0001~BHT*0085*08*A1~HL*1**20*1~NM1*AY*2*SIMCLEAR~HL*2*1*21*1~NM1*41*2*LAKESIDE~HL*3*2*19*1~NM1*85*2*GROUP~HL*4*3*PT~NM1*QC*1*SAMPLE*PAT~TRN*2*MINE~STC*A2:20:PR~HL*5*3*PT~NM1*QC*1*EXAMPLE*ROBIN~TRN*2*OTHER~STC*A7:562~SE*14*0001~GE*1*1~IEA*1*000000001~`
    const mine = excerptsOf(file)('MINE', 0)
    expect(mine).toContain('STC*A2:20:PR')
    expect(mine).toContain('NM1*41*2*LAKESIDE')
    for (const other of ['OTHER', 'EXAMPLE', 'ROBIN', 'A7:562']) expect(mine).not.toContain(other)
  })
})
