import type { Ledger } from '../../contracts/ledger.ts'

/** A ledger that can be taken down. Its error repeats a text, which must not reach a response or the log. */
export const failingLedger = (ledger: Ledger, fault: { readonly isDown: boolean }, text: string): Ledger => {
  const fail = (): void => {
    if (fault.isDown) throw new Error(`disk full near ${text}`)
  }
  return {
    append: async (rows) => {
      fail()
      return ledger.append(rows)
    },
    insertStatement: (rows, beside) => {
      fail()
      return ledger.insertStatement(rows, beside)
    },
    toInsert: (rows) => {
      fail()
      return ledger.toInsert(rows)
    },
  }
}
