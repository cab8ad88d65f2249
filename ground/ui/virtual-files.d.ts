// What a face's service worker (faces/<face>/sw.ts) may import: the list of the face's files, made after its build.

declare module 'virtual:liangxing/files' {
  import type { FaceFiles } from '#ground/ui/files.ts'
  export const face: FaceFiles
}
