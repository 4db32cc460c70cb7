global using Elastic.Clients.Elasticsearch;
global using Elastic.Transport;
global using Fazhi.Testing;
global using HttpMethod = Elastic.Transport.HttpMethod;
