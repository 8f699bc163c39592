import type { Translation } from '../core/message-types.ts'
import type { clinicCallsEn } from './clinic-calls.en.ts'

export const clinicCallsEs: Translation<typeof clinicCallsEn> = {
  loading: 'Cargando los ajustes de las llamadas',
  callRecording: 'Se pueden grabar las llamadas',
  recordingAsked:
    'Un profesional puede pedirlo en una llamada. No se graba nada hasta que todos los que están en la sala hayan aceptado, el paciente con un consentimiento firmado.',
  recordingStopped:
    'Cualquiera en la sala puede detener la grabación con solo pulsar una vez. Se guarda tanto tiempo como el expediente de salud.',
  recordingOff: 'Si lo desactiva, todas las grabaciones en curso se detienen de inmediato.',
  machineCaptions: 'Subtítulos automáticos',
  captionsHeard:
    'Un profesional puede iniciarlos en una llamada. El servicio de video, o una empresa que trabaja para él, escucha entonces la llamada.',
  captionsAgreement: 'No tiene efecto donde el acuerdo con el servicio de video no los incluye.',
  captionsFrom:
    'Un cambio vale para las llamadas que empiecen, o en las que entre un profesional, a partir de ese momento.',
  save: 'Guardar',
  saving: 'Guardando',
  cancel: 'Deshacer mis cambios',
  saved: 'Los ajustes de las llamadas están guardados.',
  current: 'Los ajustes ahora',
  callRecording_on: 'Se pueden grabar las llamadas: activado',
  callRecording_off: 'Se pueden grabar las llamadas: desactivado',
  machineCaptions_on: 'Subtítulos automáticos: activado',
  machineCaptions_off: 'Subtítulos automáticos: desactivado',
  problem_version_conflict: [
    'Un colega cambió los ajustes de la clínica',
    'No se cambió nada. Lo que eligió sigue aquí.',
    'Los ajustes guardados aparecen encima del botón. Compárelos y guarde de nuevo.',
  ],
  problem_invalid_request: [
    'Los ajustes no fueron aceptados',
    'No se cambió nada. Lo que eligió sigue aquí.',
    'Vuelva a cargar la página y pruebe otra vez.',
  ],
  problem_vendor_not_permitted: [
    'El servicio de video de la clínica no está permitido aquí',
    'No se cambió nada. Lo que eligió sigue aquí.',
    'Pida a quien administra el servidor que revise el acuerdo con el servicio de video.',
  ],
}
