import type { components } from '@visitkit/contract'
import type { Directions } from './prescription.ts'

type CodedDirections = components['schemas']['CodedDirections']

/** UCUM. What it does not measure is an annotation in braces, which stands for 1. */
const ucumUnits: Readonly<Record<Directions['doseUnit'], string>> = {
  tablet: '{tablet}',
  capsule: '{capsule}',
  mL: 'mL',
  g: 'g',
  mg: 'mg',
  unit: '{unit}',
  puff: '{puff}',
  spray: '{spray}',
  drop: '[drp]',
  patch: '{patch}',
  application: '{application}',
  suppository: '{suppository}',
  sachet: '{sachet}',
  dose: '{dose}',
  inhaler: '{inhaler}',
  'spray-bottle': '{spray-bottle}',
}

/** Routes of the FDA's list, with their codes of the NCI Thesaurus (C38114). */
const nciRoutes: Readonly<Record<Directions['route'], CodedDirections['route']>> = {
  oral: { code: 'C38288', name: 'ORAL' },
  sublingual: { code: 'C38300', name: 'SUBLINGUAL' },
  topical: { code: 'C38304', name: 'TOPICAL' },
  transdermal: { code: 'C38305', name: 'TRANSDERMAL' },
  inhalation: { code: 'C38216', name: 'RESPIRATORY (INHALATION)' },
  nasal: { code: 'C38284', name: 'NASAL' },
  ophthalmic: { code: 'C38287', name: 'OPHTHALMIC' },
  otic: { code: 'C38192', name: 'AURICULAR (OTIC)' },
  // Injected, without saying into what.
  injection: { code: 'C38291', name: 'PARENTERAL' },
  subcutaneous: { code: 'C38299', name: 'SUBCUTANEOUS' },
  rectal: { code: 'C38295', name: 'RECTAL' },
}

/** The directions in public codes. */
export const codedDirections = (directions: Directions): CodedDirections => {
  const { dose, doseUnit, route, timing, days, asNeededFor, maximum } = directions
  const unit = ucumUnits[doseUnit]
  return {
    dose: { value: dose, unit },
    route: nciRoutes[route],
    timing:
      'everyHours' in timing
        ? { frequency: 1, period: timing.everyHours, periodUnit: 'h' }
        : { frequency: timing.timesPerDay, period: 1, periodUnit: 'd' },
    ...(days !== undefined && { duration: days }),
    ...(asNeededFor !== undefined && { asNeededFor }),
    ...(maximum !== undefined && { maximum: { amount: { value: maximum.dose, unit }, hours: maximum.hours } }),
  }
}
