import type { RrfLines } from '../../../../platform/code-sets/validate-rrf-line.ts'

export type RxNormFile = 'RXNCONSO.RRF' | 'RXNREL.RRF' | 'RXNSAT.RRF'

export const rxNormFiles: Readonly<Record<RxNormFile, RrfLines>> = {
  'RXNCONSO.RRF': { columns: 18, isWanted: (line) => line.includes('|RXNORM|'), named: [14, 'STR'], codeFirst: true },
  'RXNREL.RRF': {
    columns: 16,
    isWanted: (line) =>
      line.includes('|RXNORM|') && /\|(?:has_ingredient|consists_of|has_dose_form|tradename_of)\|/.test(line),
    named: [7, 'RELA'],
    codeFirst: false,
  },
  'RXNSAT.RRF': { columns: 13, isWanted: (line) => line.includes('|DCSA|'), named: [10, 'ATV'], codeFirst: true },
}
