import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPayments, type SimulatedProcessor } from './start-payments.ts'

let processor: SimulatedProcessor
beforeEach(async () => {
  processor = await startPayments({ port: 0, slowMs: 1 })
})
afterEach(() => processor.stop())

const form = {
  mode: 'payment',
  client_reference_id: 'payment-1',
  success_url: 'https://portal.lakeside.example/done',
  cancel_url: 'https://portal.lakeside.example/back',
  expires_at: String(Math.floor(Date.now() / 1000) + 3600),
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'usd',
  'line_items[0][price_data][unit_amount]': '1250',
  'line_items[0][price_data][product_data][name]': 'Balance due',
}
const ask = async (path: string, fields: Record<string, string> | null, more: Record<string, string> = {}) => {
  const response = await fetch(`${processor.apiBase}${path}`, {
    method: fields === null ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${processor.apiKey}`, ...more },
    ...(fields === null ? {} : { body: new URLSearchParams(fields) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const control = (path: string, body: object) =>
  fetch(`${processor.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })

describe('the REST API responds as Stripe documents', () => {
  test('for a checkout, from creation to its end', async () => {
    const made = await ask('/v1/checkout/sessions', form)
    expect(made).toMatchObject({ status: 200, body: { status: 'open', amount_total: 1250, payment_status: 'unpaid' } })
    const { id } = made.body as { id: string }
    expect((await ask(`/v1/checkout/sessions/${id}`, null)).body).toEqual(made.body)
    expect((await ask(`/v1/checkout/sessions/${id}/expire`, {})).body).toMatchObject({ status: 'expired', url: null })
    expect(await ask(`/v1/checkout/sessions/${id}/expire`, {})).toMatchObject({ status: 400 })
  })

  test('for a misspelled parameter, a missing one, and a wrong key', async () => {
    expect(await ask('/v1/checkout/sessions', { ...form, sucess_url: 'x' })).toMatchObject({
      status: 400,
      body: { error: { code: 'parameter_unknown', param: 'sucess_url' } },
    })
    expect(await ask('/v1/checkout/sessions', { ...form, success_url: 'javascript:alert(1)' })).toMatchObject({
      body: { error: { param: 'success_url' } },
    })
    expect(await ask('/v1/checkout/sessions', form, { authorization: 'Bearer other' })).toMatchObject({ status: 401 })
  })

  test('with one checkout for one idempotency key, and a refusal of another request with the same key', async () => {
    const key = { 'idempotency-key': 'key-1' }
    const first = await ask('/v1/checkout/sessions', form, key)
    expect(await ask('/v1/checkout/sessions', form, key)).toEqual(first)
    expect(await ask('/v1/checkout/sessions', { ...form, client_reference_id: 'other' }, key)).toMatchObject({
      status: 400,
      body: { error: { type: 'idempotency_error' } },
    })
  })
})

describe('the hosted page', () => {
  test('has no field that takes text, sends no referrer, and cannot be framed', async () => {
    const { body } = await ask('/v1/checkout/sessions', {
      ...form,
      'line_items[0][price_data][product_data][name]': '<b>"x',
    })
    const page = await fetch((body as { url: string }).url)
    const html = await page.text()
    expect(html).not.toContain('<b>')
    expect(html).not.toMatch(/type="(text|tel|number|password)"|<textarea/)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('content-security-policy')).toContain('https://portal.lakeside.example')
  })

  test('closes when the session expires', async () => {
    const { body } = await ask('/v1/checkout/sessions', { ...form, expires_at: '1' })
    const { id } = body as { id: string }
    expect((await ask(`/v1/checkout/sessions/${id}`, null)).body).toMatchObject({ status: 'expired' })
  })
})

describe('control', () => {
  test('makes the next request fail as requested', async () => {
    await control('faults', { kind: 'status', status: 503 })
    expect((await ask('/v1/checkout/sessions', form)).status).toBe(503)
    expect((await ask('/v1/checkout/sessions', form)).status).toBe(200)
    expect((await control('faults', { kind: 'whatever' })).status).toBe(400)
  })

  test('pays, and shows the resulting state', async () => {
    const { id } = (await ask('/v1/checkout/sessions', form)).body as { id: string }
    await control(`sessions/${id}/pay`, { card: 'slow' })
    await control(`sessions/${id}/settle`, { arrived: true })
    const state = (await (await fetch(`${processor.url}/control/state`)).json()) as {
      sessions: { payment_status: string }[]
    }
    expect(state.sessions).toMatchObject([{ payment_status: 'paid' }])
  })
})
