// The one module that encrypts. One key for the instance (key-file.ts), one sub-key per purpose by HKDF-SHA256,
// AES-256-GCM with a random nonce; the context is authenticated, so a sealed text moved to another column or
// person does not open. Random nonces are safe up to 2^32 texts, far beyond what one instance holds.

import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { readOrMakeKey } from './key-file.ts'

export { keyFileFor } from './key-file.ts'
export { CannotStart } from '#ground/kernel/cannot-start.ts'

export interface Vault {
  /** Seals a text. `context` names where it belongs (`people.phone`) and must be given again to open it. */
  encrypt(text: string, context: string): string
  /** Opens a sealed text; throws when it was changed, belongs to another context or to another key. */
  decrypt(sealed: string, context: string): string
  /** The same text in the same context always gives the same 43 characters, for equality search; it cannot be turned back. */
  blindIndex(text: string, context: string): string
  /** 64 hex digits that depend on the key and the label only: passwords of database roles, signing of cookies. */
  derive(label: string): string
  /** 32 hex digits that identify the key without giving it away; kept in the database so that a wrong key stops the start. */
  fingerprint(): string
}

const version = 'v1.'
const nonceBytes = 12
const tagBytes = 16

/** Opens the vault, making its key on the first start. Throws CannotStart when the key file cannot be trusted. */
export async function openVault({ keyFile }: { readonly keyFile: string }): Promise<Vault> {
  const key = await readOrMakeKey(keyFile)
  const subkey = (purpose: string, bytes = 32): Buffer => Buffer.from(hkdfSync('sha256', key, 'liangxing', purpose, bytes))
  // Made into key objects once: given as bytes, a key costs more than the digest of a request.
  const sealing = createSecretKey(subkey('encrypt/1'))
  const blinding = createSecretKey(subkey('blind-index/1'))
  const authenticated = (context: string): Buffer => Buffer.from(version + context, 'utf8')

  return {
    encrypt(text, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes })
      cipher.setAAD(authenticated(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return version + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
    decrypt(sealed, context) {
      const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
      if (!sealed.startsWith(version) || bytes.length < nonceBytes + tagBytes) throw new Error('This is not a sealed text of the vault.')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(authenticated(context))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new Error(`A sealed text does not open in the context ${context}: changed, moved, or of another key.`, { cause })
      }
    },
    blindIndex(text, context) {
      return createHmac('sha256', blinding)
        .update(`${Buffer.byteLength(context)}:${context}${text}`)
        .digest('base64url')
    },
    derive: (label) => subkey(`derive/1:${label}`).toString('hex'),
    fingerprint: () => subkey('fingerprint/1', 16).toString('hex'),
  }
}
