/**
 * The signs a descriptor may have beside letters (any script), digits and the blank: those that card statements carry. One list for
 * the schema, the form's help and the documents.
 */
export const DESCRIPTOR_SIGNS = ['.', ',', '&', "'", '*', '-', '_', '/', '#', '@', '+', '(', ')', ':'] as const;
export const DESCRIPTOR_MIN = 2;
export const DESCRIPTOR_MAX = 50;

export const DESCRIPTOR_PATTERN = /^[\p{L}\p{N} .,&'*\-_/#@+():]+$/u;
