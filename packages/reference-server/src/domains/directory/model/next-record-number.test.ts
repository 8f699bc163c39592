import { expect, it } from 'vitest'
import { nextRecordNumber } from './next-record-number.ts'

it.each([
  ['1041', '1042'],
  ['MRN-0099', 'MRN-0100'],
  ['999', '1000'],
  ['A12-B', 'A13-B'],
  ['7F-003', '7F-004'],
  ['90071992547409919', '90071992547409920'],
  ['unknown', null],
])('the record after %s is %s', (recordNumber, next) => {
  expect(nextRecordNumber(recordNumber)).toBe(next)
})
