import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { expect } from 'vitest'
import type { Person } from './create-hospital.ts'

/** Is part of every value that is sent here, and must not be part of any response. */
export const marker = 'Qvxrefused'

export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Words of a remedy for a person. */
const remedy =
  /\b(Ask|Call|Check|Choose|Correct|Decide|Nest|Read|Refresh|Repeat|Search|Send|Sign in|Try again|Use|Must|is not known|is required|as the contract describes it)\b/

/** Asserts one refusal: its code, a remedy, and no value of the request. Returns the faulty properties that it names. */
export const expectRefusal = ({ status, headers, text }: Refusal, expected: { status: number; code: string }) => {
  const problem = JSON.parse(text) as {
    status: number
    code: string
    type: string
    title: string
    detail: string
    requestId: string
    errors?: { pointer: string; code: string; message: string }[]
  }
  expect({ status, code: problem.code }).toEqual(expected)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(problem).toMatchObject({
    status,
    type: `urn:visitkit:problem:${expected.code}`,
    title: expect.stringMatching(/\w/) as string,
  })
  expect(problem.requestId).toBe(headers.get('x-request-id'))
  expect(`${problem.detail} ${(problem.errors ?? []).map(({ message }) => message).join(' ')}`).toMatch(remedy)
  // The pointer names a property as the sender wrote it; its value is nowhere.
  const publicPart = JSON.stringify({
    ...problem,
    errors: problem.errors?.map(({ code, message }) => ({ code, message })),
  })
  expect(publicPart).not.toMatch(new RegExp(marker, 'i'))
  return problem.errors ?? []
}

export const sendRaw = async (
  by: Person,
  method: string,
  path: string,
  data: string,
  type = 'application/json',
): Promise<Refusal> => {
  const response = await by.fetch(path, {
    method,
    headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    body: data,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
export const getPath = async (by: Person, path: string): Promise<Refusal> => {
  const response = await by.fetch(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Sends what `fetch` would not: the path is not normalized. */
export const getExactPath = async (url: string, by: Person, path: string): Promise<Refusal> => {
  const { hostname, port } = new URL(url)
  const token = await by.accessToken()
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(by.origin === null ? {} : { origin: by.origin }) }
    httpRequest({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string])
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(given),
          text: Buffer.concat(chunks).toString(),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}
