import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Estimate, Statement } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, waitFor } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/statement.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}, lang = 'en') => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(withProvider(client, html`<visit-statement zone="America/New_York"></visit-statement>`), lang)
  await settled()
  // No test navigates to the processor's page.
  document.body.addEventListener('visit-payment-requested', (event) => event.preventDefault())
  return client
}
const payments = (client: Awaited<ReturnType<typeof show>>) =>
  client.calls.filter(({ operationId }) => operationId === 'beginPayment')

test('shows how each amount was paid', async () => {
  await show()
  expect(pageText()).toContain('You owe')
  expect(deepQuery(document.body, '[part="balance"]')?.textContent).toBe('$30.00')
  expect(pageText()).toMatch(/Charged\s*\$180\.00/)
  expect(pageText()).toMatch(/Paid by insurance\s*-\$96\.00/)
})

test.each([
  ['en', 'We are waiting for an answer from State Family Care. You pay nothing on this part for now.'],
  ['es', 'Esperamos la respuesta de State Family Care. Por ahora no paga nada de esta parte.'],
  ['ar', 'ننتظر جواب State Family Care. لا تدفع شيئًا عن هذا الجزء الآن.'],
])('says in %s which payer is awaited, for the visit that waits', async (lang, text) => {
  const { getStatement } = createSampleWorld().handlersFor('patient')
  const waiting = { state: 'waiting-for-insurance' as const, dueCents: 0, waitsFor: 'State Family Care' }
  await show(
    {
      getStatement: async (input) => {
        const statement = (await getStatement?.(input)) as Statement
        const [visit] = statement.visits
        return visit ? { ...statement, visits: [{ ...visit, ...waiting }, visit] } : statement
      },
    },
    lang,
  )
  const said = (): readonly string[] =>
    [...(deepQuery(document.body, 'visit-statement')?.shadowRoot?.querySelectorAll('li.part > p') ?? [])].map(
      ({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim(),
    )
  await waitFor(() => said().length > 0, 'the payer')
  expect(said()).toEqual([text])
})

describe('paying', () => {
  test('goes to the processor’s page with the whole amount, with the keyboard', async () => {
    const client = await show()
    const asked = recordEvents('visit-payment-requested')
    await pressKeyOn('Go to payment')
    await waitFor(() => asked.length === 1, 'the request')
    expect(asked[0]).toMatchObject({ checkoutUrl: 'https://payments.example/checkout' })
    expect(payments(client)[0]?.body).toMatchObject({ amountCents: 3_000 })
    expect(payments(client)[0]?.body).toMatchObject({ returnUrl: expect.not.stringContaining('#') as string })
  })

  test('accepts another amount to the cent', async () => {
    const client = await show()
    await tabTo('All of it: $30.00')
    await userEvent.keyboard('{ArrowDown}')
    await tabTo('Amount in dollars')
    await userEvent.keyboard('10,10')
    await pressKeyOn('Go to payment')
    await waitFor(() => payments(client).length === 1, 'the payment')
    expect(payments(client)[0]?.body).toMatchObject({ amountCents: 1_010 })
  })

  test('an invalid amount is reported before anything is sent, and stays', async () => {
    const client = await show()
    await tabTo('All of it: $30.00')
    await userEvent.keyboard('{ArrowDown}')
    await tabTo('Amount in dollars')
    await userEvent.keyboard('30.01')
    await pressKeyOn('Go to payment')
    expect(pageText()).toContain('Enter an amount from $1.00 to $30.00, e.g. 25.00.')
    await waitFor(() => focusedName()?.includes('Amount in dollars'), 'the focus on the field')
    expect(deepQuery<HTMLInputElement>(document.body, '#amount')?.value).toBe('30.01')
    expect(payments(client)).toEqual([])
  })

  test('an example never exceeds the balance, and has the format of the country', async () => {
    const { getStatement } = createSampleWorld().handlersFor('patient')
    await show(
      {
        getStatement: async (input) => ({ ...((await getStatement?.(input)) as Statement), balanceCents: 1_250 }),
      },
      'es',
    )
    await tabTo('Todo: $12.50')
    await userEvent.keyboard('{ArrowDown}')
    await pressKeyOn('Ir al pago')
    await waitFor(() => pageText().includes('de $1.00 a $12.50, por ejemplo 12.50.'), 'the example')
  })

  test('an unavailable processor takes no money and shows that', async () => {
    await show({ beginPayment: () => problem(503, 'vendor_unavailable') })
    await pressKeyOn('Go to payment')
    await waitFor(() => pageText().includes('No money was taken.'), 'the problem')
  })
})

test('the page shows a payment as soon as the server has it', async () => {
  let paid = false
  const { getStatement } = createSampleWorld().handlersFor('patient')
  const client = await show({
    getStatement: async (input) =>
      ({ ...((await getStatement?.(input)) as object), ...(paid ? { balanceCents: 0 } : {}) }) as never,
  })
  paid = true
  client.emitLive({ type: 'account.changed', ids: { patientId: 'patient-robin' } })
  await waitFor(() => pageText().includes('You owe nothing'), 'the new balance')
})

test('the bill is saved as a document', async () => {
  const client = await show()
  deepQuery<HTMLButtonElement>(document.body, '#bill')?.click()
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getStatementPdf'), 'the request')
})

test('an estimate is requested once and listed', async () => {
  const client = await show()
  await pressKeyOn('Ask for an estimate')
  await waitFor(() => pageText().includes('You have asked for an estimate.'), 'the answer')
  expect(client.calls.filter(({ operationId }) => operationId === 'requestEstimate')).toHaveLength(1)
})

describe('an estimate', () => {
  const owed = {
    id: 'estimate-1',
    patientId: 'patient-robin',
    status: 'due',
    dueAt: '2099-12-01T17:00:00Z',
    reason: 'scheduled',
    items: [],
    diagnosisCodes: [],
    totalCents: 0,
    practitioner: {
      id: 'practitioner-jo',
      displayName: 'Dr. Jo Sample',
      title: [],
      specialties: [],
      languages: ['en'],
      zone: 'America/New_York',
      states: ['OH'],
    },
    serviceOn: '2099-12-03',
    missing: [],
    version: 1,
  } satisfies Estimate
  const listed = (...items: Estimate[]): TestHandlers => ({
    listEstimates: () => ({ patientId: 'patient-robin', items, nextCursor: null }),
  })

  test('that is due for a future visit is above the bills, with its deadline', async () => {
    await show(listed(owed))
    expect(pageText()).toContain('You get it by December 1, 2099.')
    expect(pageText()).toContain('For your visit with Dr. Jo Sample on December 3, 2099')
    expect(pageText().indexOf('Estimates')).toBeLessThan(pageText().indexOf('Charged'))
  })

  test('of a past visit is below the bills', async () => {
    await show(listed({ ...owed, status: 'issued', totalCents: 19_500, serviceOn: '2020-12-03' }))
    expect(pageText()).toContain('Estimate: $195.00')
    expect(pageText().indexOf('Estimates')).toBeGreaterThan(pageText().indexOf('Charged'))
  })

  test('shows its amount as soon as the server has issued it, in the same place', async () => {
    let items: Estimate[] = [owed]
    const client = await show({ listEstimates: () => ({ patientId: 'patient-robin', items, nextCursor: null }) })
    items = [
      { ...owed, id: 'estimate-2', status: 'issued', totalCents: 19_500 },
      { ...owed, status: 'replaced', totalCents: 14_500 },
    ]
    client.emitLive({ type: 'estimate.changed', ids: { patientId: 'patient-robin' } })
    await waitFor(() => pageText().includes('Estimate: $195.00'), 'the amount')
    expect(pageText()).toMatch(/Estimate: \$145\.00[^$]*Replaced by a newer one/)
    expect(pageText().indexOf('Estimates')).toBeLessThan(pageText().indexOf('Charged'))
  })
})

test('the end of the session leaves no amount on the page', async () => {
  const client = await show()
  client.endSession()
  await waitFor(() => !pageText().includes('$30.00'), 'an empty page')
})

describe('a visit that no insurer may learn of', () => {
  const inElement = (selector: string) => deepQuery<HTMLElement>(document.body, selector)
  const until = (text: string) => waitFor(() => pageText().includes(text), text)

  test('the patient forbids it, reads a warning, and allows it again, with the keyboard', async () => {
    const client = await show()
    expect(pageText()).not.toContain('The clinic does not tell any insurer about it.')
    await pressKeyOn('Every step')
    await pressKeyOn('Keep this visit from my insurer')
    await until('sends nothing about this visit to any insurer')
    await pressKeyOn('I pay it myself')
    await until('The clinic does not tell any insurer about it.')
    await pressKeyOn('Let the clinic tell my insurer')
    await until('Your insurer learns of it')
    await pressKeyOn('Leave it as it is')
    await until('The clinic does not tell any insurer about it.')
    await pressKeyOn('Let the clinic tell my insurer')
    expect(inElement('#asked')).toBeNull()
    await pressKeyOn('Yes, a claim may be sent')
    await waitFor(() => !pageText().includes('The clinic does not tell any insurer about it.'), 'no restriction')
    expect(client.calls.filter(({ operationId }) => operationId === 'endSelfPay').map(({ body }) => body)).toEqual([{}])
  })

  test('staff end it only with how the patient asked', async () => {
    const world = createSampleWorld()
    await world.client('patient').claims.selfPay('visit-past')
    const client = world.client('practitioner')
    await mount(withProvider(client, html`<visit-statement patient-id=${world.ids.patientId}></visit-statement>`))
    await settled()
    await pressKeyOn('Let the clinic tell my insurer')
    await pressKeyOn('Yes, a claim may be sent')
    await waitFor(() => inElement('#asked-error'), 'what is missing')
    expect(client.calls.filter(({ operationId }) => operationId === 'endSelfPay')).toEqual([])
    await userEvent.selectOptions(inElement('#asked') as HTMLElement, 'orally')
    await pressKeyOn('Yes, a claim may be sent')
    await waitFor(() => !pageText().includes('The clinic does not tell any insurer about it.'), 'no restriction')
    const [call] = client.calls.filter(({ operationId }) => operationId === 'endSelfPay')
    expect(call?.body).toEqual({ asked: 'orally' })
  })
})
