import { ImportRefused, type ImportFault } from './import-refused.ts'

/** Faults of the files of one import. More than a thousand do not help, and a file of another kind would have millions. */
export interface FaultList {
  readonly add: (fault: ImportFault) => void
  /** Throws ImportRefused if there is a fault. */
  readonly refuse: () => void
}

const mostFaults = 1_000

/** Throws ImportRefused as soon as there are too many. */
export const createFaultList = (what: string): FaultList => {
  const faults: ImportFault[] = []
  const refuse = (): void => {
    if (faults.length > 0) throw new ImportRefused(what, faults)
  }
  return {
    add: (fault) => {
      faults.push(fault)
      if (faults.length >= mostFaults) refuse()
    },
    refuse,
  }
}
