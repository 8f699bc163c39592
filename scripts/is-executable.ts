import { access, constants } from 'node:fs/promises'

/** There is such a file, and this user may run it. */
export const isExecutable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
