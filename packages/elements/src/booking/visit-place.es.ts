import type { Translation } from '../core/message-types.ts'
import type { visitPlaceEn } from './visit-place.en.ts'

export const visitPlaceEs: Translation<typeof visitPlaceEn> = {
  confirmWhere: 'Dónde',
  changeWhere: 'Cambiar dónde estará',
  stateHeading: '¿Dónde estará durante la consulta?',
  stateHeadingFor: '¿Dónde estará {name} durante la consulta?',
  state: 'Estado',
  stateHint: 'De esto depende quién puede atenderle allí.',
  chooseState: 'Elija un estado',
  stateMissing: 'Elija un estado.',
  stateNext: 'Continuar',
  atHome: 'Usted estará en {state}, el estado donde vive.',
  atHomeFor: '{name} estará en {state}, el estado donde vive.',
  away: 'Usted estará en {state}.',
  awayFor: '{name} estará en {state}.',
  inState: '{name} en {state}',
  eachAtHome: 'Cada persona en el estado donde vive: {places}. Para otro estado, reserve esa consulta por separado.',
  noLicense: 'Nadie que ofrezca esta consulta tiene licencia en {state}',
  noLicenseOne: 'El profesional no tiene licencia en {state}',
  noLicenseEach: 'Nadie que ofrezca esta consulta tiene licencia en los estados donde viven',
  noLicenseHint: '¿Estará en otro estado? Elíjalo aquí. O llame a la clínica.',
  noLicenseEachHint: 'Reserve cada consulta por separado o llame a la clínica.',
  noLicenseCall: 'El número es {phone}.',
  otherState: 'Elegir otro estado',
}
