import { expect, it } from 'vitest'
import { foldCompanyName } from './fold-company-name.ts'

it.each([
  ['Sample Mutual', 'SAMPLE MUTUAL'],
  ['sample  mutual.', 'Sample Mutual'],
  ['Łódź Health', 'LODZ HEALTH'],
  ['Groß & Söhne', 'GROSS AND SOHNE'],
  ["Children's Health Plan", 'CHILDRENS HEALTH PLAN'],
  ['Blue+Gray', 'BLUE AND GRAY'],
  ['Æther Care, Inc.', 'AETHER CARE INC'],
])('%s is %s', (one, other) => {
  expect(foldCompanyName(one)).toBe(foldCompanyName(other))
})

it.each([
  ['Example Health Inc', 'Example Health LLC'],
  ['Example Health', 'Example Health Plan'],
  ['North Example', 'Northexample'],
  ['Plan 1', 'Plan 11'],
])('%s is not %s', (one, other) => {
  expect(foldCompanyName(one)).not.toBe(foldCompanyName(other))
})

it('changes nothing when it is done again', () => {
  for (const name of ['Łódź & Söhne', "Children's", 'Æther'])
    expect(foldCompanyName(foldCompanyName(name))).toBe(foldCompanyName(name))
})
