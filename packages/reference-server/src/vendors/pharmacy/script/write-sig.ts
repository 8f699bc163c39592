import { element, optionalElement, type XmlElement } from '../xml/xml-element.ts'
import { decimal } from './decimal.ts'
import type { ScriptMedication, ScriptSig } from './script-message.ts'

/** The directions as text and, if available, structured. */
export const sigElement = ({ sigText, sig }: Pick<ScriptMedication, 'sigText' | 'sig'>): XmlElement =>
  element('Sig', [
    element('SigText', sigText),
    sig === undefined ? null : instructionElement(sig),
    sig === undefined ? null : optionalElement('ClarifyingFreeText', sig.note),
  ])

/**
 * One instruction. The standard codes method, route and units of time in SNOMED CT, whose codes are licensed: here they are `Text` only,
 * without `CodeSystem`, which names the release of those codes.
 */
const instructionElement = ({ method, dose, doseUnit, route, timing, days, asNeededFor }: ScriptSig): XmlElement =>
  element('Instruction', [
    element('DoseAdministration', [
      method === undefined ? null : named('DoseDeliveryMethod', method),
      element('Dosage', [
        element('DoseQuantity', decimal(dose)),
        element('DoseUnitOfMeasure', [
          element('Text', doseUnit.text),
          doseUnit.code === undefined ? null : element('Qualifier', 'DoseUnitOfMeasure'),
          optionalElement('Code', doseUnit.code),
        ]),
      ]),
      named('RouteOfAdministration', route),
    ]),
    element('TimingAndDuration', [
      'timesPerDay' in timing
        ? element('Frequency', [
            element('FrequencyNumericValue', decimal(timing.timesPerDay)),
            named('FrequencyUnits', 'day'),
          ])
        : element('Interval', [
            element('IntervalNumericValue', decimal(timing.everyHours)),
            named('IntervalUnits', 'hour'),
          ]),
    ]),
    days === undefined
      ? null
      : element('TimingAndDuration', [
          element('Duration', [element('DurationNumericValue', decimal(days)), named('DurationText', 'day')]),
        ]),
    asNeededFor === undefined
      ? null
      : element('IndicationForUse', [
          named('IndicationPrecursor', 'as needed for'),
          named('IndicationValue', asNeededFor),
        ]),
  ])

const named = (name: string, text: string): XmlElement => element(name, [element('Text', text)])
