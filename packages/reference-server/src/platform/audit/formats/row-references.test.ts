import { expect, test } from 'vitest'
import { testCaller, testRow } from '../../tests/create-platform.testing.ts'
import { writeOriginDetails } from '../client-address.ts'
import { followReferences } from './row-references.ts'

const caller = testCaller()
const row = { ...testRow(caller, 'patient-1'), origin: 'abcdef' }
const sealedAddress = Buffer.from([1, 2, 250])
const originDetails = writeOriginDetails({ tokenId: 'token-1', sealedAddress })

test('a row has the token and the address of the first row of its origin, in its session only', () => {
  const of = followReferences()
  expect(of(row)).toEqual({})
  expect(of({ ...row, originDetails })).toEqual({ tokenId: 'token-1', sealedAddress })
  expect(of(row)).toEqual({ tokenId: 'token-1', sealedAddress })
  expect(of({ ...row, origin: 'fedcba' })).toEqual({})
  expect(of({ ...row, sessionId: 'another' })).toEqual({})
  expect(of({ ...row, origin: null })).toEqual({})
})

test('an origin whose address was not sealed has its token alone', () => {
  const details = writeOriginDetails({ tokenId: 'token-2', sealedAddress: new Uint8Array(0) })
  expect(followReferences()({ ...row, originDetails: details })).toEqual({ tokenId: 'token-2' })
})

test('each row of a search has the query of the first one, also of two searches in one request', () => {
  const of = followReferences()
  const search = { ...row, origin: null, operation: 'listAppointments' }
  expect(of({ ...search, query: 'GET /v1/a?x' })).toEqual({ query: 'GET /v1/a?x' })
  expect(of(search)).toEqual({ query: 'GET /v1/a?x' })
  expect(of({ ...search, query: 'GET /v1/a?y' })).toEqual({ query: 'GET /v1/a?y' })
  expect(of(search)).toEqual({ query: 'GET /v1/a?y' })
  expect(of({ ...search, requestId: 'another' })).toEqual({})
})
