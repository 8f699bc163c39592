import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { oldFavorite } from '../../test/old-favorite.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { choose, show, value } from '../../test/show-prescription-pad.ts'
import { deepQuery } from '../../test/story.ts'

afterEach(unmount)

const offeredBy = (id: string): readonly string[] =>
  [...(deepQuery<HTMLSelectElement>(document.body, `#${id}`)?.options ?? [])].map(({ text }) => text)
const select = async (id: string, text: string): Promise<void> => {
  await userEvent.selectOptions(deepQuery<HTMLSelectElement>(document.body, `#${id}`) as HTMLSelectElement, text)
  await settled()
}

describe('the units and routes', () => {
  test('of an inhaler are puffs, and the quantity is suggested in inhalers', async () => {
    const { bodyOf } = await show()
    await choose('albuterol')
    expect([offeredBy('unit'), offeredBy('route')]).toEqual([['puff'], []])
    await userEvent.keyboard('{Control>}a{/Control}2')
    await tabTo('How often')
    await userEvent.keyboard('{Control>}a{/Control}4')
    expect(pageText()).toContain('From dose and days: 2 inhalers')
    expect(value('quantity')).toBe('2')
    await pressKeyOn('Sign and send')
    await focusComesTo('Sign and send this?')
    expect(bodyOf('writePrescription')).toMatchObject({
      directions: { dose: 2, doseUnit: 'puff', route: 'inhalation' },
      quantity: 2,
    })
  })

  test('of insulin start with units, and the route is chosen among those that fit', async () => {
    const { bodyOf } = await show()
    await choose('insulin')
    expect(offeredBy('unit')).toEqual(['unit', 'mL'])
    expect(offeredBy('route')).toEqual(['by injection', 'by injection under the skin'])
    await select('route', 'by injection under the skin')
    await userEvent.fill(deepQuery(document.body, '#dose') as HTMLInputElement, '20')
    await pressKeyOn('Sign and send')
    await focusComesTo('Sign and send this?')
    expect(bodyOf('writePrescription')).toMatchObject({
      directions: { doseUnit: 'unit', route: 'subcutaneous' },
      quantity: 6,
    })
  })

  test('of a medicine whose form is not known are all offered', async () => {
    await show({
      searchMedications: async (input) => {
        const found = await createSampleWorld()
          .client('practitioner')
          .medications.search({ search: input.query.search ?? '' })
        return { items: found.items.map(({ doseUnits: _units, routes: _routes, ...one }) => one) }
      },
    })
    await choose('metformin')
    expect(offeredBy('unit')).toContain('mL')
    expect(pageText()).not.toContain('Does not fit')
  })
})

describe('directions that do not fit', () => {
  const begin = async () => {
    const at = await show(oldFavorite(createSampleWorld()))
    await choose('Rash')
    return at
  }
  const unfit = (): number => pageText().split('Does not fit this medicine.').length - 1

  test('are named at their fields, and need a reason before they are signed', async () => {
    const { bodyOf } = await begin()
    expect([offeredBy('unit'), offeredBy('route')]).toEqual([
      ['gram', 'application', 'tablet'],
      ['on the skin', 'in the nose'],
    ])
    expect(unfit()).toBe(2)
    await pressKeyOn('Sign and send')
    await focusComesTo('Your reason')
    expect(pageText()).toContain('3 alerts')
    expect(pageText()).toContain('The unit of the dose does not fit the form of this medicine.')
    for (const field of ['unit-tablet', 'route-nasal', 'quantity-tablet'])
      await userEvent.fill(deepQuery(document.body, `#reason-${field}`) as HTMLInputElement, 'Asked the pharmacist')
    await pressKeyOn('Sign and send')
    await focusComesTo('Sign and send this?')
    expect(bodyOf('changePrescription')).toMatchObject({
      directions: { doseUnit: 'tablet', route: 'nasal' },
      acknowledgments: [{}, {}, {}],
    })
  })

  test('need no reason once they are corrected', async () => {
    const { bodyOf } = await begin()
    await pressKeyOn('Sign and send')
    await focusComesTo('Your reason')
    await select('unit', 'gram')
    await select('route', 'on the skin')
    expect(unfit()).toBe(0)
    await pressKeyOn('Sign and send')
    await focusComesTo('Sign and send this?')
    expect(bodyOf('changePrescription')).toMatchObject({ directions: { doseUnit: 'g', route: 'topical' } })
    expect(pageText()).not.toContain('alert')
  })
})
