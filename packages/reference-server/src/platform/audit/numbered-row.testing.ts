import { testCaller, testRow } from '../tests/create-platform.testing.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** One of many rows: seven patients in turn, one second apart. */
export const numberedRow = (index: number, more: Partial<AccessRow> = {}): AccessRow =>
  testRow(testCaller(), `patient-${index % 7}`, { at: new Date(Date.UTC(2026, 10, 25, 15, 0, index % 60)), ...more })
