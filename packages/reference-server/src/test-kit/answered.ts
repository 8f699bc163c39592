import type { TestBody } from '../platform/http/tests/http-client.testing.ts'

/** The body of a response that must have this status, for the setup of a test. */
export const answered = async (
  answer: Promise<{ readonly status: number; readonly body: unknown }>,
  status: number,
): Promise<TestBody> => {
  const { status: given, body } = await answer
  if (given !== status) throw new Error(`expected ${status}, was answered ${given}: ${JSON.stringify(body)}`)
  return body
}
