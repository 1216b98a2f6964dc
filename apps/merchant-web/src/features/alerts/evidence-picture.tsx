import type { EvidenceFile } from '@forewarn/core/alerts/model';
import { useEffect, useRef, useState } from 'react';
import { evidenceBytes } from './evidence-bytes.ts';

interface PictureProps {
  alertId: number;
  file: Pick<EvidenceFile, 'id' | 'fileName'>;
  /** Longest side, in pixels of the page. */
  side: number;
  /** Filled to a square, for lists. */
  square?: boolean;
  className?: string;
  onFault?: (error: unknown) => void;
  onReady?: () => void;
}

/**
 * An image of the evidence on a canvas: drawn from the bytes, without an address that something else could open, so that the page's
 * policy stays as strict as it is. Read when it comes into sight.
 */
export function EvidencePicture({ alertId, file, side, square = false, className, onFault, onReady }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState(false);
  const told = useRef({ onFault, onReady });
  told.current = { onFault, onReady };

  useEffect(() => {
    if (!canvas.current) return;
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setSeen(true);
    });
    watcher.observe(canvas.current);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    if (!seen) return;
    let left = false;
    evidenceBytes(alertId, file.id)
      .then((blob) => createImageBitmap(blob))
      .then((picture) => {
        if (!left && canvas.current) paint(canvas.current, picture, side, square);
        picture.close();
        if (!left) told.current.onReady?.();
      })
      .catch((error: unknown) => {
        if (!left) told.current.onFault?.(error);
      });
    return () => {
      left = true;
    };
  }, [seen, alertId, file.id, side, square]);

  return <canvas ref={canvas} width={1} height={1} className={className} role="img" aria-label={file.fileName} />;
}

function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, side: number, square: boolean): void {
  const { width, height } = picture;
  const wanted = side * Math.min(2, window.devicePixelRatio || 1);
  const cut = square ? Math.min(width, height) : 0;
  const [w, h] = square ? [cut, cut] : [width, height];
  const scale = Math.min(1, wanted / Math.max(w, h));
  canvas.width = Math.max(1, Math.round(w * scale));
  canvas.height = Math.max(1, Math.round(h * scale));
  const context = canvas.getContext('2d');
  context?.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h, 0, 0, canvas.width, canvas.height);
}
