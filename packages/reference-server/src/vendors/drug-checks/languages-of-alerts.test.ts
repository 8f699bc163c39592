import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { checkMedication } from './check-medication.ts'
import { loadDemonstrationChecks } from './demonstration-checks.ts'
import {
  allergyToClass,
  allergyToIngredient,
  duplicateOfClass,
  duplicateOfIngredient,
  unknownAllergy,
  unknownMedicine,
} from './findings.ts'
import {
  classesLost,
  classesNotCompared,
  classesOfMedicinesNotCompared,
  interactionsNotCompared,
  notInTable,
} from './not-compared.ts'
import { noChecks } from './no-checks.ts'
import type { CheckContext, CheckedMedication, Finding } from './provider.ts'

const every = ['ar', 'en', 'es']
const medicine = (name: string, ...ingredients: readonly [string, string][]): CheckedMedication => ({
  rxcui: ingredients[0]?.[0] ?? '',
  name,
  ingredients: ingredients.map(([rxcui, each]) => ({ rxcui, name: each })),
})
const warfarin = medicine('warfarin 5 MG', ['11289', 'warfarin'])
const ibuprofen = medicine('ibuprofen 600 MG', ['5640', 'ibuprofen'])
const allergy = { name: 'amoxicillin', rxcui: '723', severity: 'severe' as const }
const same = { rxcui: '723', name: 'amoxicillin' }
const onlyEnglish = [{ language: 'en' as const, text: 'penicillins (J01C)' }]

/** Whether a text is in each language, in letters of that language, and says what it is about. */
const expectEvery = (text: Finding['text'], about = ''): void => {
  expect(text.map(({ language }) => language).toSorted()).toEqual(every)
  for (const { language, text: said } of text) {
    expect(said).toContain(about)
    expect(/\p{Script=Arabic}/u.test(said)).toBe(language === 'ar')
  }
  expect(new Set(text.map(({ text: said }) => said)).size).toBe(every.length)
}

describe('the text of an alert', () => {
  const findings: readonly (readonly [string, Finding, string])[] = [
    ['an allergy to an ingredient', allergyToIngredient(allergy, same), 'amoxicillin'],
    ['an allergy to a class', allergyToClass(allergy, 'J01C', onlyEnglish), 'penicillins (J01C)'],
    ['an unknown allergy', unknownAllergy(allergy), 'amoxicillin'],
    ['an unknown medicine', unknownMedicine(warfarin, ibuprofen), 'ibuprofen 600 MG'],
    ['a duplicate ingredient', duplicateOfIngredient(same, ibuprofen), 'amoxicillin'],
    ['a duplicate class', duplicateOfClass(['J01C'], onlyEnglish, ibuprofen), 'penicillins (J01C)'],
    ['interactions that were not compared', interactionsNotCompared([ibuprofen], true), 'ibuprofen 600 MG'],
    ['nothing that was compared', interactionsNotCompared([ibuprofen], false), 'ibuprofen 600 MG'],
    ['a class that was not compared', classesNotCompared('723', 'amoxicillin'), 'amoxicillin'],
    ['a medicine that is in no table', notInTable([ibuprofen]), 'ibuprofen 600 MG'],
    ['classes that were not compared', classesOfMedicinesNotCompared([ibuprofen]), 'ibuprofen 600 MG'],
    ['classes that are lost', classesLost(['J01C']), 'J01C'],
  ]
  it.each(findings)('%s: in every language', (_, { text }, about) => {
    expectEvery(text, about)
  })

  it('what could not be checked', async () => {
    const context: CheckContext = { medications: [ibuprofen], allergies: null }
    const broken = { name: 'broken', check: () => Promise.reject(new Error('down')) }
    const alerts = [
      ...(await checkMedication(broken, warfarin, context, 1_000)),
      ...(await checkMedication(noChecks, warfarin, context, 1_000)),
    ]
    expect(new Set(alerts.map(({ severity }) => severity))).toEqual(new Set(['high', 'moderate']))
    for (const { text } of alerts) expectEvery(text)
  })

  it('what the demonstration finds', async () => {
    const checks = await loadDemonstrationChecks()
    const alerts = await checkMedication(checks, warfarin, { medications: [ibuprofen], allergies: [] }, 1_000)
    expect(alerts.map(({ kind }) => kind)).toEqual(['interaction'])
    for (const { text } of alerts) expectEvery(text)
  })

  it('each text of the rules that ship', async () => {
    const file = new URL('../../../packs/medications/demonstration-rules.json', import.meta.url)
    const { classes, crossAllergies, interactions } = JSON.parse(await readFile(file, 'utf8'))
    for (const { name } of classes) expectEvery(name)
    for (const { text } of [...crossAllergies, ...interactions]) expectEvery(text)
  })
})
