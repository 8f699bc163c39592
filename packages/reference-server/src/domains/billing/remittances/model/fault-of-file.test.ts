import { expect, test } from 'vitest'
import { readResponse } from '../../../../vendors/clearinghouse/read-response.ts'
import { X12Unreadable } from '../../../../vendors/clearinghouse/x12/x12-unreadable.ts'
import { faultOfFile, partsOfFault } from './fault-of-file.ts'

const fileWith = (segment: string): string =>
  [
    'ISA*00*          *00*          *ZZ*SIMCLEAR       *ZZ*LAKESIDEHLTH   *261124*1500*^*00501*000000001*0*T*:~',
    'GS*HP*SIMCLEAR*LAKESIDEHLTH*20261124*1500*1*X*005010X221A1~',
    'ST*835*0001~',
    segment,
    'SE*3*0001~',
    'GE*1*1~',
    'IEA*1*000000001~',
  ].join('')
const faultOf = (content: string): string => {
  try {
    readResponse(content)
  } catch (error) {
    if (error instanceof X12Unreadable) return faultOfFile(error)
    throw error
  }
  throw new Error('the file was read')
}

test('names the segment that has no place', () => {
  expect(partsOfFault(faultOf(fileWith('HI*1~')))).toEqual({ fault: 'unexpected_segment', segment: 'HI' })
})

test('names no word of a damaged file that only stands where a tag would', () => {
  // A stray terminator before a surname of three letters.
  expect(partsOfFault(faultOf(fileWith('LEE*ROBIN~')))).toEqual({ fault: 'unexpected_segment' })
})

test('shows a fault of ours as ours, with what it is', () => {
  expect(partsOfFault('DatabaseError 23505')).toEqual({ fault: 'server', faultDetail: 'DatabaseError 23505' })
  expect(partsOfFault('unterminated')).toEqual({ fault: 'unterminated' })
})
