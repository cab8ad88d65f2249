// Reads a multipart body: one part `file`, the other parts are fields of the body. A part over its limit or a request
// cut short is refused before anything is looked at.

import type { FastifyRequest } from 'fastify'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from './problems.ts'

export interface Upload {
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly fields: Readonly<Record<string, unknown>>
}

const sizeText = (bytes: number): string => (bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.floor(bytes / 1024)} KB`)

/** Fields arrive as text; `true`, `false` and numbers that the contract wants are written as JSON by the client. */
function fieldValue(text: string): unknown {
  return text === 'true' ? true : text === 'false' ? false : text
}

/** Reads the whole upload into memory, at most `maxBytes`. */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Result<Upload>> {
  if (!request.isMultipart()) return refuse(problems.wrongMedia({ expected: 'multipart/form-data' }))
  const fields: Record<string, unknown> = {}
  let file: { name: string; bytes: Uint8Array } | null = null
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 1, fields: 40, fieldSize: 65_536 } })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        if (part.file.truncated) return refuse(problems.tooLarge({ limit: sizeText(maxBytes) }))
        file = { name: part.filename, bytes }
      } else fields[part.fieldname] = fieldValue(String(part.value))
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'FST_REQ_FILE_TOO_LARGE') return refuse(problems.tooLarge({ limit: sizeText(maxBytes) }))
    if (code.startsWith('FST_'))
      return refuse(
        problems.badInput(undefined, [{ path: 'file', detail: { zh: '上传内容不合要求', en: 'the upload is not acceptable' } }]),
      )
    return refuse(problems.notJson())
  }
  return ok({ file, fields })
}
