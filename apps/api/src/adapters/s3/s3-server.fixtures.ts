import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Running {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
type ServerClass = new (options: Record<string, unknown>) => Running;

/** A server that speaks S3 over HTTP and checks signatures, with one empty bucket. Its only account is `S3RVER`/`S3RVER`. */
export async function startS3Server(bucket: string) {
  const Server: ServerClass = createRequire(import.meta.url)('@20minutes/s3rver');
  const directory = await mkdtemp(join(tmpdir(), 'forewarn-s3-'));
  const configureBuckets = [{ name: bucket, configs: [] }];
  const server = new Server({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
  const { port } = await server.run();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      pathStyle: true,
    },
    directory,
    async stop() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
